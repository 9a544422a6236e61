import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
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
  for (const names of [dns, dns.promises] as object[])
    for (const name of Object.keys(names))
      if (/^(?:lookup|resolve|reverse)/.test(name)) Object.assign(names, { [name]: refuse });
  // Modules that import these by name see the new ones.
  syncBuiltinESMExports();
  for (const name of ['fetch', 'WebSocket', 'EventSource'])
    Object.defineProperty(globalThis, name, { value: refuse, configurable: false, writable: false });
}
