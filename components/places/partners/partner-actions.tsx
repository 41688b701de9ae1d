import { Eye, EyeOff, Pencil, Trash2 } from "lucide-react";
import { ActionForm } from "@/components/patterns/action-form";
import { ButtonLink } from "@/components/ui/button";
import { DialogLink } from "@/components/ui/dialog";
import { Menu, MenuLink, MenuRefusal, MenuRule } from "@/components/ui/menu";
import type { PartnerAct } from "@/lib/places/partner-acts/queries";
import type { AdminsGoing } from "@/lib/places/partner-deletions/queries";
import { unhidePartnerAction } from "@/lib/places/partners/actions";
import { type PartnerActName, partnerPath } from "@/lib/places/partners/constants";
import type { PartnerRecord } from "@/lib/places/partners/queries";
import { DeleteForm } from "./delete-form";
import { HideForm } from "./hide-form";

type Props = {
  partner: PartnerRecord;
  acts: readonly PartnerAct[];
  going: AdminsGoing | null;
};

/**
 * What may be done to a partner: the main act as a button, the rest in a menu. What one may not do is not there, but for
 * deleting: whoever may edit everything else would look for it.
 */
export function PartnerActions({ partner, acts, going }: Props) {
  const path = partnerPath(partner);
  const may = (name: PartnerActName) => acts.some(({ act, allowed }) => act === name && allowed);
  if (!may("update")) return null;
  return (
    <>
      <ButtonLink href={`${path}/edit`} tone="primary">
        <Pencil aria-hidden className="size-4" />
        Edit
      </ButtonLink>
      <Menu label="More" panelClassName="w-72">
        {may("hide") && (
          <DialogLink
            href={`${path}/hide`}
            look="menu"
            label={
              <>
                <EyeOff aria-hidden />
                Hide…
              </>
            }
            title={`Hide ${partner.name}?`}
          >
            <HideForm partnerId={partner.id} />
          </DialogLink>
        )}
        {may("unhide") && (
          <ActionForm action={unhidePartnerAction} fields={{ partnerId: partner.id }} look="menu">
            <Eye aria-hidden />
            Show again
          </ActionForm>
        )}
        {(may("hide") || may("unhide")) && <MenuRule />}
        <Deletion partner={partner} acts={acts} going={going} />
      </Menu>
    </>
  );
}

function Deletion({ partner, acts, going }: Props) {
  const path = `${partnerPath(partner)}/delete`;
  const answer = acts.find(({ act }) => act === "delete");
  const label = (
    <>
      <Trash2 aria-hidden />
      Delete…
    </>
  );
  if (answer?.allowed !== true) {
    return <MenuRefusal label={label} reason={answer?.reasons.map(({ text }) => text).join(" ") ?? ""} />;
  }
  if (going === null) {
    return (
      <MenuLink href={path} tone="danger">
        {label}
      </MenuLink>
    );
  }
  const { id, externalId, name, version, tags } = partner;
  const partnerships = tags.filter(({ kind }) => kind === "partnership").map((tag) => tag.name);
  const deletion = { partner: { id, externalId, name }, version, partnerships, ...going };
  return (
    <DialogLink href={path} look="menu" tone="danger" label={label} title={`Delete ${partner.name}?`}>
      <DeleteForm deletion={deletion} />
    </DialogLink>
  );
}
