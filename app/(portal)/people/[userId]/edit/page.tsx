import "server-only";
import { OneForm } from "@/components/patterns/one-form";
import { UserEditForm } from "@/components/people/users/edit-form";
import { userCrumbs } from "@/components/people/users/user-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { userPath } from "@/lib/people/users/constants";
import { getPerson } from "@/lib/people/users/queries";
import { requireActor } from "@/lib/permissions/actor";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = { params: Promise<{ userId: string }> };

/** Changing what a person is called and how they are reached. */
export default definePage(async function EditPersonPage({ params }: Props) {
  const actor = await requireActor();
  const found = await getPerson(actor, decodeSegment((await params).userId));
  if (found === null) return <MissingPage />;
  const { user, remit } = found;
  const profile = remit.acts.find(({ act }) => act === "profile");
  if (profile?.allowed !== true) {
    return (
      <NoAccessPage
        crumbs={userCrumbs(user)}
        refused={`change the name or telephone of ${user.name}`}
        reasons={profile?.reasons ?? []}
      />
    );
  }
  return (
    <PageBody crumbs={userCrumbs(user)}>
      <OneForm title={`Edit ${user.name}`}>
        <UserEditForm user={user} cancelHref={userPath(user)} />
      </OneForm>
    </PageBody>
  );
});
