import { RecordHead } from "@/components/patterns/record-head";
import { userPath } from "@/lib/people/users/constants";
import type { PersonRecord, PersonRemit } from "@/lib/people/users/queries";
import { UserActions } from "./user-actions";
import { UserState } from "./user-state";

type Props = {
  user: PersonRecord;
  /** What one may do about them. */
  remit: PersonRemit;
  /** The end of the open tab's address. */
  tab: "" | "/history";
};

/** What every tab of a person's record begins with: name and state, what may be done, and the tabs. */
export function UserHead({ user, remit, tab }: Props) {
  const path = userPath(user);
  const seesHistory = remit.acts.some(({ act, allowed }) => act === "history" && allowed);
  const tabs = [
    { href: path, label: "Details" },
    ...(seesHistory ? [{ href: `${path}/history`, label: "History" }] : []),
  ];
  return (
    <RecordHead
      title={user.name}
      state={<UserState deactivated={user.deactivation !== null} verified={user.verified} itself={user.itself} />}
      actions={<UserActions user={user} remit={remit} />}
      tabs={tabs}
      current={`${path}${tab}`}
    />
  );
}
