/** The host's word for what a rule of the shop has refused. */
export function isRefusal(error: Error): boolean {
  return ['ValidationError', 'CommerceError', 'YupValidationError', 'RowError'].includes(
    error.name
  );
}
