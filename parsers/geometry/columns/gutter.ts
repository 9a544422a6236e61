/** A strip that text keeps free: `from` and `to` along the axis. */
export interface Gutter {
  from: number;
  to: number;
}
