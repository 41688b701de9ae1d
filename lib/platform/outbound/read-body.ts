import "server-only";
import type { IncomingMessage } from "node:http";
import type { Readable, Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { OutboundError } from "./failure";

/** What `readBody` can unpack, as the request offers it. */
export const ACCEPTED_ENCODINGS = "gzip, deflate, br";

const UNPACKERS: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip(),
  "x-gzip": () => createGunzip(),
  deflate: () => createInflate(),
  br: () => createBrotliDecompress(),
};

/**
 * The body of an answer, unpacked. Both what comes over the line and what it unpacks to are counted as they come, so
 * that a small answer cannot fill the memory.
 * @throws OutboundError `too_large` beyond `mostBytes`, `bad_answer` for a packing that was not offered.
 */
export async function readBody(answer: IncomingMessage, mostBytes: number): Promise<Buffer> {
  if (Number(answer.headers["content-length"] ?? 0) > mostBytes) throw new OutboundError("too_large");
  const packing = (answer.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (packing === "identity" || packing === "") return collect(answer, mostBytes);
  const unpack = Object.hasOwn(UNPACKERS, packing) ? UNPACKERS[packing] : undefined;
  if (unpack === undefined) throw new OutboundError("bad_answer");
  const unpacker = unpack();
  answer.once("error", (error) => unpacker.destroy(error));
  answer.pipe(unpacker);
  return collect(unpacker, mostBytes).finally(() => unpacker.destroy());
}

async function collect(source: Readable, mostBytes: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of source as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > mostBytes) throw new OutboundError("too_large");
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
