import "server-only";
import { RecordHistory } from "@/components/people/audit-events/record-history";
import { tagCrumbs } from "@/components/places/tags/tag-crumbs";
import { TagHead } from "@/components/places/tags/tag-head";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { listHistory } from "@/lib/people/audit-events/queries";
import { requireActor } from "@/lib/permissions/actor";
import { tagPath } from "@/lib/places/tags/constants";
import { getTag } from "@/lib/places/tags/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ tagId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What happened to one tag, newest first. */
export default definePage(async function TagHistoryPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { before } = await searchParams;
  const found = await getTag(actor, decodeSegment((await params).tagId));
  if (found === null) return <MissingPage />;
  const { tag, remit } = found;
  const about = { type: "tag", id: tag.id, externalId: tag.externalId } as const;
  const { page, refusal } = await listHistory(actor, about, typeof before === "string" ? before : null);
  if (page === null) {
    return <NoAccessPage crumbs={tagCrumbs()} refused={`see the history of ${tag.name}`} reasons={refusal} />;
  }
  return (
    <PageBody crumbs={tagCrumbs()}>
      <TagHead tag={tag} acts={remit.acts} tab="/history" />
      <RecordHistory page={page} path={tagPath(tag)} />
    </PageBody>
  );
});
