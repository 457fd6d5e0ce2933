/** Paths of the hub. Bodies are JSON unless said otherwise; errors are `{ error: { code, message, details } }`. */
export const routes = {
  hello: '/v1/hello',
  signIn: '/v1/sign-in',
  refresh: '/v1/token',
  signOut: '/v1/sign-out',
  push: '/v1/sync/push',
  /** GET ?cursor&limit&values=1: rows of a page as values */
  pull: '/v1/sync/pull',
  /** GET ?position&own=1&since: NDJSON parts, own queues first */
  snapshot: '/v1/sync/snapshot',
  /** POST: supervisors erase a person, for good. */
  erase: '/v1/customers/erase',
  /** POST: supervisors take everything that is kept about a person, to hand it to them; that they did is on record. */
  exportPerson: '/v1/customers/export',
  /** POST: administrators see what would go because of its age, before anything does, and what has gone. */
  keeping: '/v1/keeping',
  /** GET ?text: tickets the agent may fetch, on the laptop or not */
  find: '/v1/sync/find',
  /** GET: amounts that wait for a supervisor, of the whole workspace; decided with `approval.decide` over push. */
  approvals: '/v1/approvals',
  /** GET: what was done about guests. POST: supervisors make, change and end guests of their teams. */
  guests: '/v1/guests',
  /** POST: how many people a known issue can hit next, before anybody is written to. */
  issueNext: '/v1/issues/next',
  /** WebSocket; the access token as the second sub-protocol. */
  live: '/v1/live',
  /** GET ?after=SEQ&waitMs: answers a LiveFrame, the same hints for networks that block WebSockets */
  poll: '/v1/live/poll',
  report: '/v1/clients/report',
  /** GET ?after=MARK&waitMs: the supervisors' board, whole; waits for another picture than the one named. */
  board: '/v1/board',
  /** WebSocket: the board and its changes; the access token as the second sub-protocol. */
  boardLive: '/v1/board/live',
  /**
   * ?customerId, because a blob is sealed with the key of its customer. HEAD: Upload-Offset so far and, once complete,
   * Upload-Length. PATCH: next chunk (Upload-Offset, Upload-Length, raw bytes as application/octet-stream). GET: content,
   * Range allowed.
   */
  blob: '/v1/blobs/:sha256',
  /** POST: engineering's tracker says how one of its issues stands; with a token of its own. */
  engineering: '/v1/engineering/status',
  /** POST: what happened to things customers have; with the same kind of token. */
  productEvents: '/v1/products/events',
  records: '/v1/records',
  /** POST: a form, a portal or a bot files a ticket, or goes on with one; with the same kind of token. */
  tickets: '/v1/tickets',
  /** GET, POST: the page a customer answers a survey on, for a browser. The token of the link is all it takes. */
  survey: '/survey/:token',
  /** No token needed: for load balancers. */
  health: '/v1/health',
} as const
/** Request header with the protocol version the client speaks; without it the hub assumes its own. */
export const PROTOCOL_HEADER = 'tandem-protocol'
export const SUBPROTOCOL = 'tandem.v1'
