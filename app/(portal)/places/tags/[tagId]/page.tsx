import "server-only";
import { Instant } from "@/components/patterns/instant";
import { TagAdmins } from "@/components/places/tags/tag-admins";
import { tagCrumbs } from "@/components/places/tags/tag-crumbs";
import { TagFacts, TagPartners } from "@/components/places/tags/tag-facts";
import { TagHead } from "@/components/places/tags/tag-head";
import { TagNotice } from "@/components/places/tags/tag-notice";
import { TagWhy } from "@/components/places/tags/tag-why";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage } from "@/components/shell/refusal-page";
import { ROLE_NAMES } from "@/lib/people/access/constants";
import { userPath } from "@/lib/people/users/constants";
import { requireActor } from "@/lib/permissions/actor";
import { getTag } from "@/lib/places/tags/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ tagId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One tag: what it is, which partners of one's remit carry it, who looks after it, and why one may see it. */
export default definePage(async function TagPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const found = await getTag(actor, decodeSegment((await params).tagId));
  if (found === null) return <MissingPage />;
  const { why, notice } = await searchParams;
  const { tag, remit } = found;
  return (
    <PageBody crumbs={tagCrumbs()}>
      <TagNotice code={notice} on="record" />
      <TagHead tag={tag} acts={remit.acts} tab="" />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-4">
          <TagPartners tag={tag} />
          <TagWhy remit={remit} open={why === "1"} />
        </div>
        <div className="grid gap-4">
          <TagFacts tag={tag} />
          {tag.kind === "partnership" && (
            <TagAdmins
              tag={tag}
              roleName={ROLE_NAMES.partnership_admin}
              personPath={(email) => userPath({ userId: email, email })}
            />
          )}
        </div>
      </div>
      <p className="mt-4 text-sm text-ink-muted">
        Last changed <Instant at={new Date(tag.updatedAt)} />
      </p>
    </PageBody>
  );
});
