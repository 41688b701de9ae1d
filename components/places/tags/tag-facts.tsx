import { ArrowRight } from "lucide-react";
import { Facts } from "@/components/patterns/facts";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { EVERY_PARTNER, partnerListHref } from "@/lib/places/partner-list/schemas";
import { PARTNERS_PATH, partnerPath } from "@/lib/places/partners/constants";
import { KIND_NAMES, type TagKind, tagPath } from "@/lib/places/tags/constants";
import type { TagRecord } from "@/lib/places/tags/queries";

const meanings: Readonly<Record<TagKind, string>> = {
  partnership: "Decides who looks after a partner: the partnership’s admins, each in their area.",
  category: "Says what a partner does. A partner carries at most three.",
  facility: "Says what a partner has to offer.",
};

/** What a tag is: its kind, what that means, and what it is about. */
export function TagFacts({ tag: { kind, description } }: { tag: TagRecord }) {
  return (
    <Card id="about" title="About">
      <Facts
        facts={[
          { name: "Kind", value: KIND_NAMES[kind].one },
          { name: "What it does", value: meanings[kind] },
          {
            name: "Description",
            value: description === null ? "None" : <p className="whitespace-pre-line">{description}</p>,
          },
        ]}
      />
    </Card>
  );
}

/** The address of the list of partners that carry the tag. */
export function carryingHref({ id, externalId }: { id: string; externalId: string | null }): string {
  return partnerListHref(PARTNERS_PATH, EVERY_PARTNER, { tag: externalId ?? id });
}

/** How many partners of the reader's remit carry the tag, the first of them by name, and the way to all. */
export function TagPartners({ tag }: { tag: TagRecord }) {
  const { partnerCount, partners } = tag;
  const more = partnerCount - partners.length;
  return (
    <Card id="partners" title="Partners">
      <p className="mb-3">
        <span className="me-2 text-2xl font-semibold tabular-nums">{partnerCount.toLocaleString("en-GB")}</span>
        {partnerCount === 1 ? "partner" : "partners"} within your remit {partnerCount === 1 ? "carries" : "carry"} it
      </p>
      {partners.length > 0 && (
        <ul className="mb-4 grid gap-1">
          {partners.map((partner) => (
            <li key={partner.id}>
              <TextLink href={partnerPath(partner)} className="wrap-anywhere">
                {partner.name}
              </TextLink>
            </li>
          ))}
          {more > 0 && <li className="text-ink-muted">and {more.toLocaleString("en-GB")} more</li>}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        {partnerCount > 0 && (
          <ButtonLink href={carryingHref(tag)}>
            See {partnerCount === 1 ? "it" : "them"} in the list
            <ArrowRight aria-hidden className="size-4" />
          </ButtonLink>
        )}
        <ButtonLink href={`${tagPath(tag)}/partners`}>Put partners in and out</ButtonLink>
      </div>
    </Card>
  );
}
