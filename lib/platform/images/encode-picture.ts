import "server-only";
import sharp from "sharp";
import { LARGEST_UPLOAD, LONGEST_SIDE, MOST_PIXELS } from "./constants";

/** A picture as it is kept, always webp, or what is wrong with the file, in words for whoever chose it. */
export type EncodedPicture =
  | Readonly<{ ok: true; content: Buffer; width: number; height: number }>
  | Readonly<{ ok: false; sentence: string }>;

/** How much of the detail is kept. The largest picture of pure noise then takes 1.8 MB, which the database's bound (2 MB) lets in. */
const QUALITY = 80;

/** Seconds that a picture may take: one that takes longer was made to take long. */
const PATIENCE_SECONDS = 20;

const NO_PICTURE = "Choose a picture: JPEG, PNG, WebP, AVIF or GIF. This file is none of these, or is damaged.";

// What is taken is a closed list, also of what could be read: SVG, PDF and the like are documents that may ask for more.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["Jpeg", "Png", "Webp", "Heif", "Nsgif"].map((kind) => `VipsForeignLoad${kind}`),
});

/** Ends with the last picture that has been asked for, however it ends. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Makes a picture anew from an upload: told by its content what it is, turned upright, at most `LONGEST_SIDE` long, without
 * anything that the file says beside it. Of one that moves the first frame. One at a time in each process: one alone
 * keeps every core busy and holds all its points in memory.
 */
export function encodePicture(upload: Uint8Array): Promise<EncodedPicture> {
  const encoded = turn.then(() => encode(upload));
  turn = encoded.catch(() => undefined);
  return encoded;
}

async function encode(upload: Uint8Array): Promise<EncodedPicture> {
  if (upload.byteLength > LARGEST_UPLOAD) {
    return { ok: false, sentence: `Choose a file of at most ${LARGEST_UPLOAD / 1024 / 1024} MB.` };
  }
  try {
    const { width = 0, height = 0 } = await open(upload, false).metadata();
    if (width * height > MOST_PIXELS) {
      const most = MOST_PIXELS / 1_000_000;
      return { ok: false, sentence: `Choose a picture of at most ${most} megapixels, or make this one smaller first.` };
    }
    const { data, info } = await open(upload, MOST_PIXELS)
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
      .webp({ quality: QUALITY })
      .timeout({ seconds: PATIENCE_SECONDS })
      .toBuffer({ resolveWithObject: true });
    return { ok: true, content: data, width: info.width, height: info.height };
  } catch (error) {
    // The library says of every file that it cannot read, in many words, that it cannot read it.
    if (error instanceof Error) return { ok: false, sentence: NO_PICTURE };
    throw error;
  }
}

function open(upload: Uint8Array, limitInputPixels: number | false) {
  return sharp(upload, { limitInputPixels, failOn: "error", animated: false });
}
