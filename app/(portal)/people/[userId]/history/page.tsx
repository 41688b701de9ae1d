import "server-only";
import { RecordHistory } from "@/components/people/audit-events/record-history";
import { userCrumbs } from "@/components/people/users/user-crumbs";
import { UserHead } from "@/components/people/users/user-head";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { listHistory } from "@/lib/people/audit-events/queries";
import { userPath } from "@/lib/people/users/constants";
import { getPerson } from "@/lib/people/users/queries";
import { requireActor } from "@/lib/permissions/actor";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ userId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What happened to one person's account and roles, newest first. */
export default definePage(async function PersonHistoryPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { before } = await searchParams;
  const found = await getPerson(actor, decodeSegment((await params).userId));
  if (found === null) return <MissingPage />;
  const { user, remit } = found;
  const about = { type: "user", id: user.userId, externalId: null } as const;
  const { page, refusal } = await listHistory(actor, about, typeof before === "string" ? before : null);
  if (page === null) {
    return <NoAccessPage crumbs={userCrumbs(user)} refused={`see the history of ${user.name}`} reasons={refusal} />;
  }
  return (
    <PageBody crumbs={userCrumbs()}>
      <UserHead user={user} remit={remit} tab="/history" />
      <RecordHistory page={page} path={userPath(user)} />
    </PageBody>
  );
});
