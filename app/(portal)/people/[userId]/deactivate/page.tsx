import "server-only";
import { redirect } from "next/navigation";
import { OneForm } from "@/components/patterns/one-form";
import { DeactivateForm } from "@/components/people/users/deactivate-form";
import { userCrumbs } from "@/components/people/users/user-crumbs";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { userPath } from "@/lib/people/users/constants";
import { getPerson } from "@/lib/people/users/queries";
import { requireActor } from "@/lib/permissions/actor";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = { params: Promise<{ userId: string }> };

/** Putting an account out of use. One that is out of use already leads back to its record. */
export default definePage(async function DeactivatePersonPage({ params }: Props) {
  const actor = await requireActor();
  const found = await getPerson(actor, decodeSegment((await params).userId));
  if (found === null) return <MissingPage />;
  const { user, remit } = found;
  const answer = remit.acts.find(({ act }) => act === (user.deactivation === null ? "deactivate" : "reactivate"));
  if (answer?.allowed !== true) {
    return (
      <NoAccessPage crumbs={userCrumbs(user)} refused={`deactivate ${user.name}`} reasons={answer?.reasons ?? []} />
    );
  }
  if (user.deactivation !== null) redirect(userPath(user));
  return (
    <PageBody crumbs={userCrumbs(user)}>
      <OneForm title={`Deactivate ${user.name}?`}>
        <DeactivateForm userId={user.userId} itself={user.itself} cancelHref={userPath(user)} />
      </OneForm>
    </PageBody>
  );
});
