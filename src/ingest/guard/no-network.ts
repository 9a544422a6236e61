import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

/**
 * No parser has business on a network. The permission model of Node 24 leaves it open, so the ways out are closed
 * before any library is loaded: sockets, name resolution, fetch and web sockets.
 */
export function closeNetwork(): void {
  const refuse = (): never => {
    throw new Error('the network is closed to processes that parse documents');
  };
  net.Socket.prototype.connect = refuse;
  net.Server.prototype.listen = refuse;
  dgram.Socket.prototype.bind = refuse;
  dgram.Socket.prototype.send = refuse;
  dgram.Socket.prototype.connect = refuse;
  for (const [name, value] of Object.entries(dns))
    if (typeof value === 'function' && /^(?:lookup|resolve|reverse)/.test(name))
      Object.assign(dns, { [name]: refuse });
  for (const name of ['fetch', 'WebSocket', 'EventSource'])
    Object.defineProperty(globalThis, name, { value: refuse, configurable: false, writable: false });
}
