import "server-only";
import { Plus } from "lucide-react";
import { countInWords } from "@/components/patterns/count-in-words";
import { PageTitle } from "@/components/patterns/page-title";
import { TagFilters } from "@/components/places/tag-list/tag-filters";
import { TagTable } from "@/components/places/tag-list/tag-table";
import { TagNotice } from "@/components/places/tags/tag-notice";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { NoAccessPage } from "@/components/shell/refusal-page";
import { ButtonLink } from "@/components/ui/button";
import { requireActor } from "@/lib/permissions/actor";
import { listCondition } from "@/lib/permissions/scope";
import { listTags, reasonsAgainstTags } from "@/lib/places/tag-list/queries";
import { readTagListQuery } from "@/lib/places/tag-list/schemas";
import { NEW_TAG_PATH, TAGS_PATH } from "@/lib/places/tags/constants";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The tags that one may see: by kind, searched, sorted and paged by the address. */
export default definePage(async function TagsPage({ searchParams }: Props) {
  const actor = await requireActor();
  const parameters = await searchParams;
  const query = readTagListQuery(parameters);
  const page = await listTags(actor, query);
  if (page === null) return <NoAccessPage refused="see tags" reasons={reasonsAgainstTags(actor)} />;
  const newHref = listCondition(actor, "tag", "create").rows === "none" ? null : NEW_TAG_PATH;
  return (
    <PageBody wide>
      <PageTitle
        title="Tags"
        actions={
          newHref !== null && (
            <ButtonLink href={newHref} tone="primary">
              <Plus aria-hidden className="size-4" />
              New tag
            </ButtonLink>
          )
        }
      >
        <p role="status" className="text-ink-muted tabular-nums">
          {countInWords(page, { one: "tag", many: "tags" }, query.text !== "" || query.kind !== "")}
        </p>
      </PageTitle>
      <TagNotice code={parameters.notice} on="list" />
      <div className="group/list grid gap-3">
        {page.inRemit > 0 && <TagFilters path={TAGS_PATH} query={query} page={page} />}
        <TagTable path={TAGS_PATH} query={query} page={page} newHref={newHref} />
      </div>
    </PageBody>
  );
});
