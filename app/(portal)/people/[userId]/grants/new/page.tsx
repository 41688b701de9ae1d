import "server-only";
import { schemaErrors } from "@/components/patterns/form-values";
import { Giving } from "@/components/people/grants/giving";
import { roleHref } from "@/components/people/grants/role-href";
import { userCrumbs } from "@/components/people/users/user-crumbs";
import { RolePlaces } from "@/components/places/role-offers/role-places";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { giveGrantSchema, readGrantProposal } from "@/lib/people/grants/schemas";
import { describeGrant } from "@/lib/people/remit/queries";
import { getPerson } from "@/lib/people/users/queries";
import { requireActor } from "@/lib/permissions/actor";
import { getRoleOffer } from "@/lib/places/role-offers/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = {
  params: Promise<{ userId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Giving a person a role: what is chosen stands in the address, and what it would open is told before it is given. */
export default definePage(async function GiveRolePage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const found = await getPerson(actor, decodeSegment((await params).userId), ["roles"]);
  if (found === null) return <MissingPage />;
  const { user, remit } = found;
  const roles = remit.acts.find(({ act }) => act === "roles");
  const givesAll = roles?.allowed === true;
  if (!remit.mayGive) {
    return (
      <NoAccessPage crumbs={userCrumbs(user)} refused={`give ${user.name} a role`} reasons={roles?.reasons ?? []} />
    );
  }
  const asked = await searchParams;
  const { values, proposal } = readGrantProposal(user.userId, givesAll ? asked : { role: "partner_admin", ...asked });
  const offer = await getRoleOffer(actor, values, typeof asked.find === "string" ? asked.find : "");
  const preview = proposal && (await describeGrant(actor, proposal));
  const missing = proposal === null && asked.preview === "1" ? { userId: user.userId, ...values } : null;
  const errors = preview?.fields ?? (missing === null ? {} : schemaErrors(giveGrantSchema, missing));
  const picker = <RolePlaces offer={offer} error={errors.neighbourhoods} to={roleHref(user, values)} />;
  return (
    <PageBody crumbs={userCrumbs(user)}>
      <Giving {...{ user, values, preview, errors, givesAll, picker, offer }} />
    </PageBody>
  );
});
