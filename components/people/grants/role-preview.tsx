import type { ReactNode } from "react";
import { Banner } from "@/components/patterns/banner";
import { listed } from "@/components/patterns/listed";
import { ReasonList } from "@/components/patterns/reason-list";
import { fieldId } from "@/components/ui/field-frame";
import type { GrantValues } from "@/lib/people/grants/schemas";
import type { GrantPreview } from "@/lib/people/remit/queries";
import { userPath } from "@/lib/people/users/constants";
import type { PersonRecord } from "@/lib/people/users/queries";
import { roleInWords } from "../remit/grant-sentence";
import { GiveForm } from "./give-form";
import { openedInWords } from "./opened-words";
import { PreviewGuard } from "./preview-guard";
import { ROLE_PARTS } from "./role-parts";

type Props = {
  user: PersonRecord;
  values: GrantValues;
  /** What giving it would do; null until enough is chosen. */
  preview: GrantPreview | null;
  /** What is still missing or wrong, by field. */
  errors: Readonly<Record<string, string>>;
  /** The names of the fields that stand on the page, to which a fault can lead. */
  fields: readonly string[];
};

/** What the chosen role would do, in plain words, before it is given; or why it cannot be given like this. */
export function RolePreview({ user, values, preview, errors, fields }: Props) {
  const faults = Object.entries(errors);
  if (preview === null && faults.length === 0) return null;
  return (
    <section
      id="preview"
      aria-label="What this would do"
      className="scroll-mt-16 rounded-lg border border-line bg-surface p-4 shadow-card sm:p-5"
    >
      <PreviewGuard formId={ROLE_PARTS}>
        {faults.length > 0 && <Faults faults={faults} fields={fields} />}
        {faults.length === 0 && preview !== null && !preview.allowed && (
          <Banner tone="danger" title="This role cannot be given like this.">
            <ReasonList reasons={preview.reasons} />
          </Banner>
        )}
        {preview?.allowed === true && <Giving user={user} values={values} preview={preview} />}
      </PreviewGuard>
    </section>
  );
}

/** What is missing or wrong, each sentence leading to its field; a plain one where there is no field for it. */
function Faults({ faults, fields }: { faults: readonly (readonly [string, string])[] } & Pick<Props, "fields">) {
  return (
    <Banner
      tone="danger"
      title={faults.length === 1 ? "One answer needs another look" : "Some answers need another look"}
    >
      <ul className="grid gap-0.5">
        {faults.map(([name, sentence]) => (
          <li key={name}>
            {fields.includes(name) ? (
              <a
                href={`#${fieldId(name)}`}
                className="inline-block min-h-6 font-medium text-danger underline underline-offset-2"
              >
                {sentence}
              </a>
            ) : (
              sentence
            )}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

function Giving({ user, values, preview }: Omit<Props, "errors" | "preview" | "fields"> & { preview: GrantPreview }) {
  const who = user.itself ? null : user.name;
  if (isHeld(preview)) {
    return (
      <Banner
        tone="info"
        title={who === null ? "You hold exactly this role already." : `${who} holds exactly this role already.`}
      >
        <p>There is nothing to give.</p>
      </Banner>
    );
  }
  return (
    <GiveForm userId={user.userId} values={values} cancelHref={userPath(user)}>
      <div className="grid max-w-prose gap-3 wrap-anywhere">
        <h2 className="text-lg font-semibold">{roleInWords(preview, { who, would: true }).text}</h2>
        {preview.opens !== null && preview.role !== "support" && <p>{openedInWords(who, preview.opens)}</p>}
        <Joining preview={preview} />
        {preview.role === "root" && (
          <Banner tone="warning" title="Root can do everything.">
            <p>That includes giving and ending every role, yours among them.</p>
          </Banner>
        )}
        {who !== null && <p className="text-sm text-ink-muted">{who} is told by mail. The role counts at once.</p>}
      </div>
    </GiveForm>
  );
}

/** What it is added to, where the person holds such a role already. */
function Joining({ preview: { joins, role, endsOn } }: { preview: GrantPreview }): ReactNode {
  if (joins === null) return null;
  const held = listed(joins.places.map(({ name }) => name));
  return (
    <>
      {role === "neighbourhood_admin" && <p>It is added to the neighbourhood role held already, over {held}.</p>}
      {endsOn !== null && endsOn !== joins.endsOn && <p>The last day then holds for the whole role.</p>}
      {endsOn === null && joins.endsOn !== null && <p>The last day of that role stays as it is.</p>}
    </>
  );
}

/** Whether giving it would change nothing. */
function isHeld({ joins, places, endsOn }: GrantPreview): boolean {
  if (joins === null || (endsOn !== null && endsOn !== joins.endsOn)) return false;
  return places.every(({ code }) => joins.places.some((place) => place.code === code));
}
