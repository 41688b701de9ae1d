import "server-only";
import { request as askPlainly, type IncomingMessage, type RequestOptions } from "node:http";
import { request as askSecurely } from "node:https";
import type { LookupFunction } from "node:net";
import type { HostAddress } from "./addresses";
import { OutboundError } from "./failure";

/** One question over HTTP: to whom, at which addresses, what it says, and how long it may take to get through. */
export type Question = Readonly<{
  url: URL;
  /** Addresses that have been checked. The name is not resolved again, so that it cannot mean another machine by then. */
  addresses: readonly HostAddress[];
  headers: Readonly<Record<string, string>>;
  connectMs: number;
  signal: AbortSignal;
}>;

/** Sends a GET and gives the answer when its head is there; its body is still to be read. Follows no redirect. */
export function ask({ url, addresses, headers, connectMs, signal }: Question): Promise<IncomingMessage> {
  const options: RequestOptions = {
    method: "GET",
    headers: { ...headers, connection: "close" },
    // No connection of an earlier question is used again: it was checked for another name.
    agent: false,
    lookup: lookupOf(addresses),
    signal,
  };
  return new Promise((resolve, reject) => {
    const asked = url.protocol === "https:" ? askSecurely(url, options) : askPlainly(url, options);
    const late = setTimeout(() => asked.destroy(new OutboundError("timeout")), connectMs);
    asked.once("socket", (socket) => {
      socket.once(url.protocol === "https:" ? "secureConnect" : "connect", () => clearTimeout(late));
    });
    asked.once("close", () => clearTimeout(late));
    asked.on("error", reject);
    asked.once("response", resolve);
    asked.end();
  });
}

/** Answers Node's question for a name with the addresses that were checked, in both forms in which it is asked. */
function lookupOf(addresses: readonly HostAddress[]): LookupFunction {
  return (_host, options, answer) => {
    const [first] = addresses;
    if (first === undefined) answer(new OutboundError("unknown_host"), "");
    else if (options.all === true) answer(null, [...addresses]);
    else answer(null, first.address, first.family);
  };
}
