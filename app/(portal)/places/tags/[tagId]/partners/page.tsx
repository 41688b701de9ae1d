import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { Pager } from "@/components/patterns/pager";
import { CarrierForm } from "@/components/places/tag-assignments/carrier-form";
import { CarrierSearch } from "@/components/places/tag-assignments/carrier-search";
import { NoCarriers } from "@/components/places/tag-assignments/no-carriers";
import { tagCrumbs } from "@/components/places/tags/tag-crumbs";
import { TagKindBadge } from "@/components/places/tags/tag-kind";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { assignmentHref, readAssignmentQuery } from "@/lib/places/tag-assignments/schemas";
import { listCarriers } from "@/lib/places/tag-carriers/queries";
import { tagPath } from "@/lib/places/tags/constants";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ tagId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Putting partners of one's remit into a tag and taking them out, many at once. */
export default definePage(async function TagPartnersPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const query = readAssignmentQuery(await searchParams);
  const found = await listCarriers(actor, decodeSegment((await params).tagId), query);
  if (found === null) return <MissingPage />;
  const { tag, page } = found;
  const { id, externalId, kind, values } = tag;
  const { partners, total, first, previous, next } = page;
  const path = `${tagPath(tag)}/partners`;
  const toPage = (cursor: typeof next) => cursor && assignmentHref(path, query, { cursor });
  return (
    <PageBody wide crumbs={tagCrumbs({ id, externalId, name: values.name })}>
      <PageTitle title={`Partners in ${values.name}`} state={<TagKindBadge kind={kind} />} />
      <div className="grid gap-4">
        <CarrierSearch path={path} query={query} />
        {total === 0 && <NoCarriers clearedHref={path} inRemit={page.inRemit} />}
        {/* Also without a row: what became of the last ones is told in it. */}
        <CarrierForm tag={tag} partners={partners} />
        <Pager
          label="Partners"
          first={first}
          last={first + partners.length - 1}
          total={total}
          previousHref={toPage(previous)}
          nextHref={toPage(next)}
        />
      </div>
    </PageBody>
  );
});
