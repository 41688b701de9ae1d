import "server-only";
import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";

/** An address that a name stands for, as the resolver of the system gives it. */
export type HostAddress = Readonly<{ address: string; family: number }>;

/**
 * What may be reached from here. `publicPolicy` in earnest; tests give another one, as an argument, because nothing that
 * a portal in use can be set to may open its own network.
 */
export type OutboundPolicy = Readonly<{
  /** Every address of a name. */
  resolve: (host: string) => Promise<readonly HostAddress[]>;
  allowsAddress: (address: string) => boolean;
  allowsPort: (port: number) => boolean;
}>;

/** The public internet on the ports of the web, and nothing else. Source: ARCHITECTURE section 7. */
export const publicPolicy: OutboundPolicy = {
  resolve: (host) => lookup(host, { all: true, verbatim: true }),
  allowsAddress: isPublicAddress,
  allowsPort: (port) => port === 80 || port === 443,
};

/**
 * Whether an address belongs to a machine of the public internet. Private, loopback, link-local, shared, multicast,
 * documentation and reserved ones do not, nor do those of IPv6 that wrap one of IPv4 (mapped, NAT64, 6to4, Teredo):
 * what they would reach depends on the network that the portal stands in.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  if (parsed instanceof ipaddr.IPv4) return true;
  // Only 2000::/3 is given out; the rest is free for whatever a network makes of it.
  return ((parsed.parts[0] ?? 0) & 0xe000) === 0x2000 && parsed.zoneId === undefined;
}

/** The address that stands in the place of a name, without the brackets of IPv6; null for a name. */
export function literalAddress(host: string): HostAddress | null {
  const bare = host.replace(/^\[(.*)\]$/, "$1");
  if (!ipaddr.isValid(bare)) return null;
  return { address: bare, family: ipaddr.parse(bare).kind() === "ipv4" ? 4 : 6 };
}
