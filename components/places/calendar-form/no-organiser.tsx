import { TextLink } from "@/components/ui/text-link";
import { PARTNERS_PATH } from "@/lib/places/partners/constants";

/** What stands in place of the form where there is no partner yet that a calendar could belong to. */
export function NoOrganiser() {
  return (
    <p className="max-w-prose">
      A calendar belongs to a partner, and there is none within your remit yet. Begin with one on the{" "}
      <TextLink href={PARTNERS_PATH}>list of partners</TextLink>.
    </p>
  );
}
