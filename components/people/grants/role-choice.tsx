import Link from "next/link";
import { titled } from "@/components/patterns/titled";
import { TextLink } from "@/components/ui/text-link";
import { ROLE_NAMES } from "@/lib/people/access/constants";
import type { GrantRole } from "@/lib/people/grants/constants";

/** What each role is for, in a line. */
const PURPOSES: Readonly<Record<GrantRole, string>> = {
  root: "Looks after the whole portal, its roles among them.",
  support: "Helps people in other wings. Opens nothing in places.",
  neighbourhood_admin: "Looks after every partner in the places that you choose.",
  partnership_admin: "Looks after the partners of a partnership, in the places that you choose.",
  partner_admin: "Looks after one partner.",
};

/**
 * The roles that may be given, each a link to the page with what it needs. Once one is chosen, a narrow screen shows that
 * one alone and the way back to the others, so that what comes next is in view.
 * @param againHref the page with no role chosen.
 */
export function RoleChoice({
  roles,
  chosen,
  hrefOf,
  againHref,
}: {
  roles: readonly GrantRole[];
  chosen: GrantRole | "";
  hrefOf: (role: GrantRole) => string;
  againHref: string;
}) {
  const folds = chosen !== "" && roles.length > 1;
  return (
    <nav aria-label="Which role">
      <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-1">
        {roles.map((role) => (
          <li key={role} className={`grid ${folds && role !== chosen ? "max-lg:hidden" : ""}`}>
            <Link
              href={hrefOf(role)}
              prefetch={false}
              aria-current={role === chosen ? "true" : undefined}
              className="rounded-lg border border-line bg-surface px-4 py-2.5 shadow-card transition-colors hover:border-line-strong aria-[current]:border-accent aria-[current]:bg-accent-soft"
            >
              <span className="block font-medium">{titled(ROLE_NAMES[role].one)}</span>
              <span className="block text-sm text-ink-muted">{PURPOSES[role]}</span>
            </Link>
          </li>
        ))}
      </ul>
      {folds && (
        <p className="mt-2 lg:hidden">
          <TextLink href={againHref} className="inline-flex min-h-6 items-center">
            Choose another role
          </TextLink>
        </p>
      )}
    </nav>
  );
}
