import { PageTitle } from "@/components/patterns/page-title";
import { TextLink } from "@/components/ui/text-link";
import type { PersonRecord, UserGrant } from "@/lib/people/users/queries";
import { roleInWords } from "../remit/grant-sentence";
import { endHref } from "./end-href";

/** Which role to end, for somebody with several. */
export function EndingChoice({ user, grants }: { user: PersonRecord; grants: readonly UserGrant[] }) {
  const who = user.itself ? null : user.name;
  return (
    <>
      <PageTitle title={who === null ? "End one of your roles" : `End a role of ${who}`} />
      <ul className="grid max-w-2xl divide-y divide-line rounded-lg border border-line bg-surface px-4 shadow-card sm:px-5">
        {grants.map((grant) => {
          const { text } = roleInWords(grant, { who });
          return (
            <li key={grant.grantId} className="grid gap-1 py-3">
              <p className="wrap-anywhere">{text}</p>
              <TextLink
                href={endHref(user, grant.grantId)}
                aria-label={`End this role: ${text}`}
                className="inline-flex min-h-6 items-center justify-self-start"
              >
                End this role…
              </TextLink>
            </li>
          );
        })}
        {grants.length === 0 && <li className="py-3 text-ink-muted">There is no role to end.</li>}
      </ul>
    </>
  );
}
