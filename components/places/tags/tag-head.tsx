import { Pencil, Trash2 } from "lucide-react";
import { RecordHead } from "@/components/patterns/record-head";
import { ButtonLink } from "@/components/ui/button";
import { Menu, MenuLink } from "@/components/ui/menu";
import { tagPath } from "@/lib/places/tags/constants";
import type { TagRecord, TagRemit } from "@/lib/places/tags/queries";
import { TagKindBadge } from "./tag-kind";

/** The tabs of a tag's record, by the end of their addresses. */
export type TagTab = "" | "/partners" | "/history";

type Props = {
  tag: Pick<TagRecord, "id" | "externalId" | "name" | "kind">;
  /** What one may do to it. */
  acts: readonly Pick<TagRemit["acts"][number], "act" | "allowed">[];
  tab: TagTab;
};

/** What every tab of a tag's record begins with: its name and kind, what may be done to it, and the tabs. */
export function TagHead({ tag, acts, tab }: Props) {
  const path = tagPath(tag);
  const may = (name: TagRemit["acts"][number]["act"]) => acts.some(({ act, allowed }) => act === name && allowed);
  return (
    <RecordHead
      title={tag.name}
      state={<TagKindBadge kind={tag.kind} />}
      actions={
        may("update") && (
          <>
            <ButtonLink href={`${path}/edit`} tone="primary">
              <Pencil aria-hidden className="size-4" />
              Edit
            </ButtonLink>
            {may("delete") && (
              <Menu label="More">
                <MenuLink href={`${path}/delete`}>
                  <Trash2 aria-hidden />
                  Delete…
                </MenuLink>
              </Menu>
            )}
          </>
        )
      }
      tabs={[
        { href: path, label: "Details" },
        { href: `${path}/partners`, label: "Put partners in and out" },
        ...(may("view_history") ? [{ href: `${path}/history`, label: "History" }] : []),
      ]}
      current={`${path}${tab}`}
    />
  );
}
