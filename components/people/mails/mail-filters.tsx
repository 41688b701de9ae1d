import { ButtonLink } from "@/components/ui/button";
import { MAIL_STATES } from "@/lib/people/mails/constants";
import { EVERY_MAIL, type MailListQuery, mailListHref } from "@/lib/people/mails/schemas";
import { stateWords } from "./state-words";

/** Which mails are shown, as links: all, or those in one state. */
export function MailFilters({ state }: Pick<MailListQuery, "state">) {
  return (
    <nav aria-label="Mails by state">
      <ul className="flex flex-wrap gap-2">
        {(["", ...MAIL_STATES] as const).map((one) => (
          <li key={one}>
            <ButtonLink
              href={mailListHref(EVERY_MAIL, { state: one })}
              size="sm"
              tone={one === state ? "secondary" : "quiet"}
              aria-current={one === state ? "page" : undefined}
            >
              {one === "" ? "All" : stateWords[one]}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
