import { crc32 } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it, test } from "vitest";
import { LARGEST_UPLOAD, LONGEST_SIDE } from "./constants";
import { encodePicture } from "./encode-picture";

function plain(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: "#336699" } });
}

async function kept(upload: Uint8Array) {
  const encoded = await encodePicture(upload);
  if (!encoded.ok) throw new Error(encoded.sentence);
  return { ...encoded, metadata: await sharp(encoded.content).metadata() };
}

it("is made one at a time, also after one that could not be", async () => {
  const upload = await plain(300, 200).png().toBuffer();
  let most = 0;
  const look = () => {
    const { queue, process } = sharp.counters();
    most = Math.max(most, queue + process);
  };
  sharp.queue.on("change", look);
  try {
    const encoded = await Promise.all([upload, new Uint8Array([1]), upload, upload].map(encodePicture));
    expect(encoded.map(({ ok }) => ok)).toEqual([true, false, true, true]);
  } finally {
    sharp.queue.off("change", look);
  }
  expect(most).toBe(1);
});

async function sentenceOf(upload: Uint8Array): Promise<string> {
  const encoded = await encodePicture(upload);
  return encoded.ok ? "" : encoded.sentence;
}

/** A PNG that says of itself that it is as large as this. */
function sizedAs(png: Buffer, width: number, height: number): Buffer {
  const told = Buffer.from(png);
  // After the signature: length, the letters IHDR, width, height and five more bytes, then the checksum of all but the length.
  told.writeUInt32BE(width, 16);
  told.writeUInt32BE(height, 20);
  told.writeUInt32BE(crc32(told.subarray(12, 29)), 29);
  return told;
}

describe("a picture", () => {
  test.each(["jpeg", "png", "webp", "avif", "gif"] as const)(
    "that is %s is kept as webp in its own size",
    async (format) => {
      const { width, height, metadata } = await kept(await plain(60, 40).toFormat(format).toBuffer());
      expect([width, height]).toEqual([60, 40]);
      expect(metadata).toMatchObject({ format: "webp", width: 60, height: 40 });
    },
  );

  it("that is larger than is shown is made smaller, either way round", async () => {
    expect(await kept(await plain(3_200, 800).jpeg().toBuffer())).toMatchObject({ width: LONGEST_SIDE, height: 400 });
    expect(await kept(await plain(10, 4_000).png().toBuffer())).toMatchObject({ width: 4, height: LONGEST_SIDE });
  });

  it("is turned upright, and keeps nothing that the file says of camera, place or colours", async () => {
    const exif = { IFD0: { Copyright: "Somebody" }, IFD3: { GPSLatitude: "53/1 28/1 0/1", GPSLatitudeRef: "N" } };
    const upload = await plain(60, 40).withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect((await sharp(upload).metadata()).exif).toBeDefined();
    const { width, height, content, metadata } = await kept(upload);
    expect([width, height]).toEqual([40, 60]);
    expect([metadata.exif, metadata.icc, metadata.xmp, metadata.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(content.toString("latin1")).not.toContain("Somebody");
  });

  it("that moves is kept as its first frame", async () => {
    const frames = Buffer.concat([Buffer.alloc(16 * 16 * 3, 0xff), Buffer.alloc(16 * 16 * 3, 0)]);
    const raw = { width: 16, height: 32, channels: 3 as const, pageHeight: 16 };
    const upload = await sharp(frames, { raw })
      .gif({ delay: [100, 100] })
      .toBuffer();
    expect((await sharp(upload, { animated: true }).metadata()).pages).toBe(2);
    const { height, metadata, content } = await kept(upload);
    expect([height, metadata.pages ?? 1]).toEqual([16, 1]);
    expect((await sharp(content).stats()).channels[0]?.mean).toBeGreaterThan(250);
  });
});

describe("no picture", () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';

  test.each<[string, Uint8Array]>([
    ["an SVG", Buffer.from(svg)],
    ["a page", Buffer.from("<!doctype html><img src=x onerror=alert(1)>")],
    ["a PDF", Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj")],
    ["a text", Buffer.from("hello")],
    ["nothing", Buffer.alloc(0)],
  ])("is %s, whatever it is called", async (_, upload) => {
    expect(await sentenceOf(upload)).toMatch(/^Choose a picture: JPEG, PNG/);
  });

  it("is a TIFF, which the library could read, nor the first half of a picture", async () => {
    const tiff = Buffer.from([0x49, 0x49, 0x2a, 0x00, 0x08, 0, 0, 0, 0, 0]);
    expect(await sentenceOf(tiff)).toMatch(/^Choose a picture/);
    const whole = await plain(600, 400).jpeg().toBuffer();
    expect(await sentenceOf(whole.subarray(0, whole.byteLength / 2))).toMatch(/^Choose a picture/);
  });

  it("is one of more megapixels than are unpacked, however small its file", async () => {
    const small = await plain(1, 1).png().toBuffer();
    expect(await sentenceOf(sizedAs(small, 8_000, 5_001))).toBe(
      "Choose a picture of at most 40 megapixels, or make this one smaller first.",
    );
  });

  it("is a file of more than 8 MB", async () => {
    expect(await sentenceOf(Buffer.alloc(LARGEST_UPLOAD + 1))).toBe("Choose a file of at most 8 MB.");
  });
});
