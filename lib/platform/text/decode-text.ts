import "server-only";

/** Text out of bytes. `doubtful`: the bytes did not keep to the encoding that they claim, and were read as best we could. */
export type DecodedText = Readonly<{ text: string; doubtful: boolean }>;

/**
 * Reads bytes as text: by the mark they begin with, else by the `charset` of the content type, else as UTF-8; where that
 * does not fit, as the encoding of western Windows, in which every byte is a letter. Never throws.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): DecodedText {
  const label = markOf(bytes) ?? unmarkedUtf16(bytes) ?? charsetOf(contentType) ?? "utf-8";
  const strict = decoderOf(label);
  if (strict !== null) {
    try {
      return { text: strict.decode(bytes), doubtful: false };
    } catch {
      // A decoder that is told to be strict says so by throwing; what follows reads any bytes.
    }
  }
  if (strict?.encoding.startsWith("utf-16")) {
    return { text: new TextDecoder(strict.encoding).decode(bytes), doubtful: true };
  }
  return { text: new TextDecoder("windows-1252").decode(bytes), doubtful: true };
}

function markOf([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

/** Text of the formats read here begins with letters of ASCII, which show in UTF-16 as every other byte being zero. */
function unmarkedUtf16([first, second, third, fourth]: Uint8Array): string | null {
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return "utf-16le";
  return first === 0 && second !== 0 && third === 0 && fourth !== 0 ? "utf-16be" : null;
}

function charsetOf(contentType: string | null): string | null {
  return /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? "")?.[1] ?? null;
}

function decoderOf(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return null;
  }
}
