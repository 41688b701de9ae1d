import type { Column } from "@/components/patterns/data-table";
import { CalendarDay, Day } from "@/components/patterns/instant";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import type { UserListItem } from "@/lib/people/user-list/queries";
import { userPath } from "@/lib/people/users/constants";
import { KEPT_SESSION_DAYS } from "@/lib/platform/sign-in/constants";
import { UserState } from "../users/user-state";
import { roleSummary } from "./role-summary";

/** The column that names the person, with the address that tells people of one name apart. */
export const nameColumn: Column<UserListItem> = {
  heading: "Name",
  width: "@2xl:w-[30%]",
  cell: (user) => (
    <>
      <TextLink href={userPath(user)} className="wrap-anywhere">
        {user.name}
      </TextLink>
      <span className="block text-sm text-ink-muted wrap-anywhere">{user.email}</span>
    </>
  ),
};

/** The roles of a person in words, as far as the reader may know them; the rest is counted. */
export const rolesColumn: Column<UserListItem> = {
  heading: "Roles",
  width: "@2xl:w-[42%]",
  cell: Roles,
  isEmpty: ({ grantCount, unseenGrants }) => grantCount + unseenGrants === 0,
};

/** What is worth knowing about the account. */
export const stateColumn: Column<UserListItem> = {
  heading: "State",
  cell: UserState,
  isEmpty: ({ deactivated, verified }) => !deactivated && verified,
};

/** The same beside the column that tells when people signed in. */
export const bareStateColumn: Column<UserListItem> = {
  heading: stateColumn.heading,
  cell: ({ deactivated }) => <UserState deactivated={deactivated} verified />,
  isEmpty: ({ deactivated }) => !deactivated,
};

/** For those who may know it of everybody: when each signed in last, as far back as sessions are kept. */
export const signedInColumn: Column<UserListItem> = {
  heading: "Signed in",
  cell: ({ signedInAt, verified }) =>
    signedInAt === null ? (
      <span className="text-ink-muted">{verified ? `Not in ${KEPT_SESSION_DAYS} days` : "Never"}</span>
    ) : (
      <Day at={new Date(signedInAt)} />
    ),
};

function Roles({ grants, grantCount, unseenGrants }: UserListItem) {
  if (grantCount + unseenGrants === 0) return <span className="text-ink-muted">None</span>;
  const more = grantCount - grants.length;
  return (
    <ul className="grid gap-0.5">
      {grants.map((grant) => (
        <li key={grant.grantId} className="wrap-anywhere">
          {roleSummary(grant)}
          {grant.endsOn !== null && (
            <span className="text-ink-muted">
              {" "}
              until <CalendarDay day={grant.endsOn} />
            </span>
          )}
          {!grant.complete && (
            <>
              {" "}
              <Badge tone="warning">Gives nothing yet</Badge>
            </>
          )}
        </li>
      ))}
      {more > 0 && <li className="text-ink-muted">and {more.toLocaleString("en-GB")} more</li>}
      {unseenGrants > 0 && <li className="text-sm text-ink-muted">{unseenRoles(unseenGrants, grantCount > 0)}</li>}
    </ul>
  );
}

/** Roles of which nothing may be told, counted: "and 2 roles outside your remit". */
export function unseenRoles(count: number, others: boolean): string {
  const counted = count === 1 ? "1 role" : `${count.toLocaleString("en-GB")} roles`;
  return `${others ? "and " : ""}${counted} outside your remit`;
}
