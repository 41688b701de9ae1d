import "server-only";
import { Ending } from "@/components/people/grants/ending";
import { EndingChoice } from "@/components/people/grants/ending-choice";
import { userCrumbs } from "@/components/people/users/user-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { describeLoss } from "@/lib/people/remit/queries";
import { getUser } from "@/lib/people/users/queries";
import { requireActor } from "@/lib/permissions/actor";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ userId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Asks before a role of somebody ends (`?grant=ID`), or a neighbourhood is taken out of it (`&neighbourhood=CODE`). */
export default definePage(async function EndRolePage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const found = await getUser(actor, decodeSegment((await params).userId), ["roles"]);
  const { grant: grantId, neighbourhood: code } = await searchParams;
  const grants = found?.user.grants ?? [];
  const endable = grants.filter(({ mayEnd }) => mayEnd);
  // Somebody with one role has no choice to make.
  const [only = null] = endable.length === 1 ? endable : [];
  const grant = grantId === undefined ? only : grants.find((held) => held.grantId === grantId);
  const place = code === undefined ? null : grant?.places.find((held) => held.code === code);
  if (found === null || grant === undefined || place === undefined) return <MissingPage />;
  const { user, remit } = found;
  const refusing = grant ?? (endable.length === 0 ? grants[0] : undefined);
  const roles = remit.acts.find(({ act }) => act === "roles");
  const refused = refusing === undefined ? endable.length === 0 && roles?.allowed !== true : !refusing.mayEnd;
  if (refused) {
    return (
      <NoAccessPage
        crumbs={userCrumbs(user)}
        refused={`end roles of ${user.name}`}
        reasons={refusing?.reasons ?? roles?.reasons ?? []}
      />
    );
  }
  const asked = grant && { userId: user.userId, grantId: grant.grantId, neighbourhood: place?.code ?? null };
  return (
    <PageBody crumbs={userCrumbs(user)}>
      {grant === null || asked === null ? (
        <EndingChoice user={user} grants={endable} />
      ) : (
        <Ending user={user} grant={grant} place={place} loss={await describeLoss(actor, asked)} />
      )}
    </PageBody>
  );
});
