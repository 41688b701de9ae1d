import "server-only";
import { RoleCards } from "@/components/people/grants/role-cards";
import { DeactivationNotice } from "@/components/people/users/deactivation-notice";
import { userCrumbs } from "@/components/people/users/user-crumbs";
import { UserFacts } from "@/components/people/users/user-facts";
import { UserHead } from "@/components/people/users/user-head";
import { UserNotice } from "@/components/people/users/user-notice";
import { UserWhy } from "@/components/people/users/user-why";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage } from "@/components/shell/refusal-page";
import { getUser } from "@/lib/people/users/queries";
import { requireActor } from "@/lib/permissions/actor";
import { listCondition } from "@/lib/permissions/scope";
import { neighbourhoodPath } from "@/lib/places/neighbourhood-tree/constants";
import { partnerPath } from "@/lib/places/partners/constants";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ userId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One person, by e-mail address or UUID: their roles in plain words, the account, and why one may see them. */
export default definePage(async function PersonPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const found = await getUser(actor, decodeSegment((await params).userId));
  const { why, notice } = await searchParams;
  if (found === null) return <MissingPage />;
  const { user, remit } = found;
  const seesPlaces = listCondition(actor, "neighbourhood", "view").rows !== "none";
  const place = seesPlaces ? (code: string) => neighbourhoodPath({ id: code, code }) : null;
  return (
    <PageBody crumbs={userCrumbs()}>
      <UserNotice code={notice} />
      <UserHead user={user} remit={remit} tab="" />
      <div className="grid gap-4">
        {user.deactivation !== null && <DeactivationNotice deactivation={user.deactivation} />}
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <RoleCards user={user} addresses={{ place, partner: partnerPath }} />
          <div className="grid gap-4">
            <UserFacts user={user} />
            <UserWhy user={user} remit={remit} open={why === "1"} />
          </div>
        </div>
      </div>
    </PageBody>
  );
});
