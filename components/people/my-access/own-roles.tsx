import { KeyRound } from "lucide-react";
import { EmptyState } from "@/components/patterns/empty-state";
import type { OwnAccess } from "@/lib/people/remit/queries";
import { OpenedInWords } from "./opened-in-words";
import { OwnRole, type OwnRoleAddresses } from "./own-role";

/**
 * Every role that one holds, the widest first, and what several of them open together; without any, what that means and
 * whom to ask for what.
 * @param allHref the list of all partners within one's remit; null where there is none to lead to.
 */
export function OwnRoles({
  access: { grants, opens },
  email,
  allHref,
  addresses,
}: {
  access: OwnAccess;
  email: string;
  allHref: string | null;
  addresses: OwnRoleAddresses;
}) {
  if (grants.length === 0) return <NoRole email={email} />;
  const several = grants.length > 1;
  return (
    <div className="grid max-w-4xl gap-4">
      {several && (
        <p className="text-lg">
          Together your {grants.length.toLocaleString("en-GB")} roles open{" "}
          <OpenedInWords opens={opens} partnersHref={allHref} />.{" "}
          <span className="text-base text-ink-muted">What more than one of them opens counts once.</span>
        </p>
      )}
      {grants.map((grant) => (
        <OwnRole key={grant.grantId} grant={grant} addresses={addresses} />
      ))}
    </div>
  );
}

function NoRole({ email }: { email: string }) {
  return (
    <div className="rounded-lg border border-line bg-surface shadow-card">
      <EmptyState title="You hold no role" icon={<KeyRound aria-hidden />}>
        <p>
          Your roles would be listed here, with what each opens to you. Ask whoever invited you, or root, to give you
          one: say which place, partnership or partner you work for, and that you sign in as{" "}
          <span className="font-medium text-ink wrap-anywhere">{email}</span>.
        </p>
      </EmptyState>
    </div>
  );
}
