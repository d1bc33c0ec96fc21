/** Thrown where the studio does not do what it was asked; the page shows the message and the fix. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: number;
  readonly fix: string | undefined;
  /** What else the answer has. */
  readonly details: object;

  constructor(status: number, message: string, { fix, ...details }: { fix?: string; text?: string; version?: string } = {}) {
    super(message);
    this.status = status;
    this.fix = fix;
    this.details = details;
  }
}
