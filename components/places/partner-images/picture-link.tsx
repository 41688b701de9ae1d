import { ImagePlus } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { partnerImagePath } from "@/lib/places/partner-images/constants";
import type { PartnerImage } from "@/lib/places/partner-images/queries";
import { PartnerPicture } from "./partner-picture";

type Props = { partner: { id: string; externalId: string | null }; image: PartnerImage | null };

/** A partner's picture above the form that changes everything else of it, and the way to the page that changes it. */
export function PictureLink({ partner, image }: Props) {
  return (
    <div className="mb-6 flex flex-wrap items-end gap-4">
      {image !== null && (
        <div className="max-w-48">
          <PartnerPicture image={image} />
        </div>
      )}
      <ButtonLink href={partnerImagePath(partner)}>
        <ImagePlus aria-hidden className="size-4" />
        {image === null ? "Add a picture" : "Change the picture"}
      </ButtonLink>
    </div>
  );
}
