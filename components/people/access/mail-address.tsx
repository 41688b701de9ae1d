/** A person's e-mail address under their name, as a quiet link that begins a mail to them. */
export function MailAddress({ email }: { email: string }) {
  return (
    <a
      href={`mailto:${email}`}
      className="block text-sm text-ink-muted underline decoration-transparent underline-offset-2 wrap-anywhere hover:decoration-current focus-visible:decoration-current"
    >
      {email}
    </a>
  );
}
