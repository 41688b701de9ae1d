import { FormChips, FormError } from "@/components/patterns/form-field";
import { Badge } from "@/components/ui/badge";
import type { CarriedTag, ChoosableTag } from "@/lib/places/partner-form/queries";
import { MOST_CATEGORIES } from "@/lib/places/partners/constants";
import { FormSection } from "./form-section";

type Kind = ChoosableTag["kind"];

const kinds: readonly { kind: Kind; title: string; help?: string }[] = [
  { kind: "partnership", title: "Partnerships" },
  { kind: "category", title: "Categories", help: `At most ${MOST_CATEGORIES}.` },
  { kind: "facility", title: "Facilities" },
];

type Props = {
  /** What the partner carries now and the reader may know. */
  carried: readonly CarriedTag[];
  /** How many more it carries. */
  unseen: number;
  addable: readonly ChoosableTag[];
  /** Said above the partnerships, where one of them must be chosen or leaving one has a consequence. */
  partnershipHelp?: string;
};

/** A partner's tags by kind: those it carries, each to be taken away if one may, and those it could carry. */
export function TagsSection({ carried, unseen, addable, partnershipHelp }: Props) {
  return (
    <FormSection
      id="tags"
      title="Tags"
      help="Partnerships decide who looks after a partner; the others help to find it."
    >
      <FormError name="addTags" />
      <FormError name="removeTags" />
      {kinds.map(({ kind, title, help }) => (
        <TagsOfKind
          key={kind}
          title={title}
          help={kind === "partnership" ? partnershipHelp : help}
          carried={carried.filter((tag) => tag.kind === kind)}
          unseen={kind === "partnership" ? unseen : 0}
          addable={addable.filter((tag) => tag.kind === kind)}
        />
      ))}
    </FormSection>
  );
}

function TagsOfKind({ title, help, carried, unseen, addable }: Omit<Props, "partnershipHelp"> & TitleAndHelp) {
  if (carried.length + unseen + addable.length === 0) return null;
  const removable = carried.filter(({ mayRemove }) => mayRemove);
  const fixed = carried.filter(({ mayRemove }) => !mayRemove);
  return (
    <div className="grid min-w-0 gap-2.5">
      <h3 className="font-medium">{title}</h3>
      {help !== undefined && <p className="-mt-2 max-w-prose text-sm text-ink-muted">{help}</p>}
      {removable.length > 0 && <Chips tone="remove" legend={`${title} that it carries`} tags={removable} />}
      {fixed.map(({ id, name, reason }) => (
        <div key={id}>
          <Badge tone="accent">{name}</Badge>
          {reason !== null && <span className="ms-2 text-sm text-ink-muted">{reason}</span>}
        </div>
      ))}
      {unseen > 0 && <p className="text-sm text-ink-muted">{unseenInWords(unseen, carried.length > 0)}</p>}
      {addable.length > 0 && <Chips tone="add" legend={`${title} to add`} tags={addable} />}
    </div>
  );
}

type TitleAndHelp = { title: string; help: string | undefined };

function Chips({ tone, legend, tags }: { tone: "add" | "remove"; legend: string; tags: readonly ChoosableTag[] }) {
  return (
    <FormChips
      name={tone === "add" ? "addTags" : "removeTags"}
      legend={<span className="sr-only">{legend}</span>}
      tone={tone}
      options={tags.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

function unseenInWords(unseen: number, more: boolean): string {
  const counted = unseen === 1 ? "1 partnership" : `${unseen} partnerships`;
  return `${more ? "and " : ""}${counted} that you do not see: ${unseen === 1 ? "it stays" : "they stay"}.`;
}
