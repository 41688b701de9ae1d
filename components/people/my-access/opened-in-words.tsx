import type { ReactNode } from "react";
import { otherPeopleInWords, partnersInWords } from "@/components/people/grants/opened-words";
import { TextLink } from "@/components/ui/text-link";
import type { Opened } from "@/lib/people/remit/queries";

/**
 * What roles open, "34 partners and 5 other people". The partners are a link to the list that holds exactly these; the
 * people are not, because every list of people holds its reader too.
 * @param partner the one partner by name, instead of how many there are.
 * @param partnersHref the list of these partners; null where there is none to lead to.
 */
export function OpenedInWords({
  opens: { partners, people },
  partner = null,
  partnersHref,
}: {
  opens: Opened;
  partner?: ReactNode;
  partnersHref: string | null;
}) {
  const partnerWords = partnersInWords(partners);
  const partnerCount =
    partnersHref === null || partners === 0 ? partnerWords : <TextLink href={partnersHref}>{partnerWords}</TextLink>;
  return (
    <>
      {partner ?? partnerCount} and {otherPeopleInWords(people)}
    </>
  );
}
