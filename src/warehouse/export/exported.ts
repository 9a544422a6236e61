/** Rows written, by table. */
export type Exported = Map<string, number>;
