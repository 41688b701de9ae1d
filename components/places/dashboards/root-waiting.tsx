import { Instant } from "@/components/patterns/instant";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { IncompleteGrant, RootDashboard } from "@/lib/places/root-dashboard/queries";
import { failureInWords } from "@/lib/platform/mail/failure-in-words";

/** The mails that failed last, with what was said about each; nothing where all were delivered. */
export function UndeliveredCard({ undelivered: { count, href, mails } }: Pick<RootDashboard, "undelivered">) {
  if (count === 0) return null;
  return (
    <Card id="undelivered" title="Mail not delivered">
      <ul className="grid gap-3">
        {mails.map(({ id, recipient, subject, failedAt, failure }) => (
          <li key={id} className="grid">
            <span className="font-medium wrap-anywhere">{subject}</span>
            <span className="text-sm text-ink-muted wrap-anywhere">
              To {recipient}, failed <Instant at={new Date(failedAt)} />. {failureInWords(failure)}
            </span>
          </li>
        ))}
      </ul>
      {count > mails.length && (
        <p className="mt-3 text-sm">
          <TextLink href={href}>All {count.toLocaleString("en-GB")} mails not delivered</TextLink>
        </p>
      )}
    </Card>
  );
}

/**
 * The roles given last that open nothing, and what each of them lacks; nothing where all are complete.
 * @param personPath where a person's page is.
 */
export function IncompleteCard({
  incomplete: { count, href, grants },
  personPath,
}: Pick<RootDashboard, "incomplete"> & { personPath: (person: { userId: string; email: string }) => string }) {
  if (count === 0) return null;
  return (
    <Card id="incomplete" title="Incomplete roles">
      <ul className="grid gap-3">
        {grants.map((grant) => (
          <li key={grant.grantId} className="grid">
            <TextLink href={personPath(grant)} className="justify-self-start wrap-anywhere">
              {grant.name}
            </TextLink>
            <span className="text-sm text-ink-muted">{lackInWords(grant)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm">
        <TextLink href={href}>Everybody with an incomplete role</TextLink>
      </p>
    </Card>
  );
}

const roles = { neighbourhood_admin: "Neighbourhood admin", partnership_admin: "Partnership admin" } as const;
const parts = { neighbourhoods: "neighbourhood", partnerships: "partnership" } as const;

function lackInWords({ role, missing }: IncompleteGrant): string {
  return `${roles[role]} without a ${missing.map((part) => parts[part]).join(" and a ")}`;
}
