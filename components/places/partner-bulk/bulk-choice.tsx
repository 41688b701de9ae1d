import { OneForm } from "@/components/patterns/one-form";
import type { BulkAct } from "@/lib/places/partner-bulk/constants";
import type { ChosenPartner } from "@/lib/places/partner-bulk/queries";
import type { ShownTag } from "@/lib/places/partners/queries";
import { AdminManyForm } from "./admin-many-form";
import { HideManyForm } from "./hide-many-form";
import { TagManyForm } from "./tag-many-form";

type Props = {
  act: BulkAct;
  partners: readonly ChosenPartner[];
  /** How many were named that are not within the reader's remit, or not there. */
  missing: number;
  /** The tags that the reader may see, for putting one on. */
  tags: readonly ShownTag[];
};

/** What is to be done with the chosen partners, in the form for it. */
export function BulkChoice({ act, partners, missing, tags }: Props) {
  return (
    <OneForm title={titleOf(act, partners.length)}>
      {partners.length > 0 && missing > 0 && (
        <p className="mb-4 text-ink-muted">
          {missing === 1 ? "1 other is" : `${missing} others are`} not within your remit, or not there any more.
        </p>
      )}
      {/* Also without a partner: what became of those that the act took out of sight is told in it. */}
      {formFor({ act, partners, tags })}
    </OneForm>
  );
}

function formFor({ act, partners, tags }: Omit<Props, "missing">) {
  switch (act) {
    case "add-tag":
      return <TagManyForm way="add" partners={partners} tags={tags} />;
    case "remove-tag":
      return <TagManyForm way="remove" partners={partners} tags={carriedBy(partners)} />;
    case "hide":
      return <HideManyForm partners={partners} />;
    case "add-admin":
      return <AdminManyForm partners={partners} />;
  }
}

function titleOf(act: BulkAct, count: number): string {
  const partners = count === 0 ? "several partners" : count === 1 ? "1 partner" : `${count} partners`;
  const titles: Readonly<Record<BulkAct, string>> = {
    "add-tag": `Add a tag to ${partners}`,
    "remove-tag": `Remove a tag from ${partners}`,
    hide: `Hide ${partners}`,
    "add-admin": `Add an admin to ${partners}`,
  };
  return titles[act];
}

/** What any of them carries, by name. */
function carriedBy(partners: readonly ChosenPartner[]): ShownTag[] {
  const carried = new Map(partners.flatMap(({ tags }) => tags.map((tag) => [tag.id, tag] as const)));
  return [...carried.values()].toSorted((a, b) => a.name.localeCompare(b.name, "en-GB"));
}
