import { SearchBox } from "@/components/patterns/filter-controls";
import { Button } from "@/components/ui/button";
import { FieldError, fieldId } from "@/components/ui/field-frame";
import { TextLink } from "@/components/ui/text-link";
import { partnersInWords } from "./opened-words";
import { PartnerFindForm } from "./partner-find-form";
import { roleHref } from "./role-href";

type Props = {
  user: { userId: string; email: string };
  endsOn: string;
  /** What is wrong with the choice so far. */
  error: string | undefined;
  partners: Readonly<{
    text: string;
    found: readonly Readonly<{ key: string; name: string; places: readonly string[] }>[];
    total: number;
  }>;
};

/** The partners that a role may be given on, a few at a time and searched by name; each leads on to what it would open. */
export function PartnerChoice({ user, endsOn, error, partners: { text, found, total } }: Props) {
  const { userId, email } = user;
  return (
    <section id={fieldId("partner")} aria-labelledby="partner-choice" className="group/list grid scroll-mt-16 gap-3">
      <h2 id="partner-choice" className="font-medium">
        Which partner?
      </h2>
      {error !== undefined && <FieldError>{error}</FieldError>}
      <PartnerFindForm user={{ userId, email }} text={text} endsOn={endsOn}>
        <div className="flex gap-2">
          <div className="min-w-0 flex-1">
            <SearchBox name="find" label="Search by name or postcode" text={text} />
          </div>
          <div className="hidden noscript:block">
            <Button type="submit">Search</Button>
          </div>
        </div>
      </PartnerFindForm>
      <p role="status" className="text-sm text-ink-muted tabular-nums">
        {countInWords(found.length, total, text)}
      </p>
      <ul className="grid divide-y divide-line transition-opacity delay-100 group-has-[form[data-pending]]/list:opacity-60">
        {found.map(({ key, name, places }) => (
          <li key={key} className="py-1.5">
            <TextLink
              href={roleHref(user, { role: "partner_admin", partner: key, endsOn })}
              className="inline-flex min-h-6 items-center wrap-anywhere"
            >
              {name}
            </TextLink>
            <span className="block text-sm text-ink-muted">{places.join(", ")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function countInWords(shown: number, total: number, text: string): string {
  if (total === 0)
    return text === "" ? "There is no partner within your remit." : "No partner within your remit matches.";
  if (shown === total) return partnersInWords(total);
  return `The first ${shown} of ${partnersInWords(total)}: search for any other.`;
}
