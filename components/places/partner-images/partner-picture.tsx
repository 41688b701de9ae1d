import type { PartnerImage } from "@/lib/places/partner-images/queries";
import { imagePath } from "@/lib/platform/images/constants";

/** A partner's picture, never larger than it is and never wider than its place. */
export function PartnerPicture({ image: { id, alt, width, height } }: { image: PartnerImage }) {
  return (
    <picture>
      <img
        src={imagePath(id)}
        alt={alt}
        width={width}
        height={height}
        decoding="async"
        className="h-auto max-h-80 w-auto max-w-full rounded-md border border-line"
      />
    </picture>
  );
}
