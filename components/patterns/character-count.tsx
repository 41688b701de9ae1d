/** How many characters fit into a text field and, from its last fifth on, how many are left. */
export function CharacterCount({ length, limit }: { length: number; limit: number }) {
  const left = limit - length;
  const over = left < 0;
  return (
    <p className={`tabular-nums ${over ? "font-medium text-danger" : ""}`}>
      {length < limit * 0.8 ? `At most ${inWords(limit)}` : `${inWords(Math.abs(left))} ${over ? "too many" : "left"}`}
    </p>
  );
}

/** The same read out as the end comes near, to those who do not see the figure change; an empty text before. */
export function SpokenCount({ length, limit }: { length: number; limit: number }) {
  const left = limit - length;
  const told = left <= 0 || (left <= limit / 10 && left % 5 === 0);
  return (
    <span role="status" className="sr-only">
      {told ? `${inWords(Math.abs(left))} ${left < 0 ? "too many" : "left"}` : ""}
    </span>
  );
}

function inWords(count: number): string {
  return count === 1 ? "1 character" : `${count.toLocaleString("en-GB")} characters`;
}
