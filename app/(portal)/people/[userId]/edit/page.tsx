import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { Missing, NoAccess } from "@/components/patterns/refusal";
import { UserEditForm } from "@/components/people/users/edit-form";
import { userCrumbs } from "@/components/people/users/user-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { userPath } from "@/lib/people/users/constants";
import { getUser } from "@/lib/people/users/queries";
import { requireActor } from "@/lib/permissions/actor";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = { params: Promise<{ userId: string }> };

/** Changing what a person is called and how they are reached. */
export default definePage(async function EditPersonPage({ params }: Props) {
  const actor = await requireActor();
  const found = await getUser(actor, decodeSegment((await params).userId));
  if (found === null) {
    return (
      <PageBody>
        <Missing />
      </PageBody>
    );
  }
  const { user, remit } = found;
  const profile = remit.acts.find(({ act }) => act === "profile");
  if (profile?.allowed !== true) {
    return (
      <PageBody crumbs={userCrumbs(user)}>
        <NoAccess refused={`change the name or telephone of ${user.name}`} reasons={profile?.reasons ?? []} />
      </PageBody>
    );
  }
  return (
    <PageBody crumbs={userCrumbs(user)}>
      <PageTitle title={`Edit ${user.name}`} />
      <div className="max-w-2xl rounded-lg border border-line bg-surface p-4 shadow-card sm:p-5">
        <UserEditForm user={user} cancelHref={userPath(user)} />
      </div>
    </PageBody>
  );
});
