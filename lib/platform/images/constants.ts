/** The largest file that is taken, in bytes: what a telephone's camera makes. */
export const LARGEST_UPLOAD = 8 * 1024 * 1024;

/** The most points that a picture may have before it is made smaller: unpacked they take four bytes each. */
export const MOST_PIXELS = 40_000_000;

/** The longer side of a picture as it is kept, in points. */
export const LONGEST_SIDE = 1_600;

/** What pictures may come as, as a file field names it. What they really are is found by looking at them. */
export const ACCEPTED_TYPES = "image/jpeg,image/png,image/webp,image/avif,image/gif";

/** The address of a picture. What it shows never changes: another picture has another address. */
export function imagePath(imageId: string): string {
  return `/api/images/${imageId}`;
}
