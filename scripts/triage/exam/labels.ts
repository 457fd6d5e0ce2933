import type { TicketKind } from '../../../shared/rules/work-kind.ts'

/** What one reader made of rows drawn from one source, by the protocol of docs/triage.md; rows by the beginning of the SHA-256 of their text. */
export type ExamLabels = { readonly source: string; readonly drawn: number } & Readonly<
  Record<TicketKind, string>
>

export const examLabels: readonly ExamLabels[] = [
  {
    source: 'banking77',
    drawn: 70,
    service: '09ee10 8bc51c 1cbff7 cece97 2c75dd 183657 d3fd1c c40082 af9bb0 756e9f 79186f',
    support: '412b33 8b2eb5 5e74e0 35c016 35ebbc 307d2f d97b2a a606ef 7ab54a 82de84',
    both: '',
  },
  {
    source: 'it_tickets',
    drawn: 110,
    service: `7d315c 54457a 9bfe4f 37a19a 51db69 1fcb9c 07782f d48f75 ba695f 8c2c5b 3529ba 07da3a 679981
      490777 35f03c caa453 bf3e8b`,
    support: `0b856f f9e006 cd6b08 2c1b3a 20fd3e f4be37 430cbb 6404d9 40d803 cd46d7 50e2d1 593f3f 7c28ce
      0b0ce7 687be1 140789 80e463 a87842 12fec3 b147db b9b74a 42631d 989b0f 9a37a0 2559f3 332c9c
      835cc7 6dc9fe 0ef279 a79834 903c6d ff2272 30de9f f30b06 30e787 303c9b ebc13e f52b71 2b9830
      4da58d`,
    both: 'c39d4e 724be5 54225e',
  },
  {
    source: 'askubuntu',
    drawn: 8,
    service: '',
    support: '91cf9a 2218e1 7ae615 d89e14 b02df3 0e1b2b',
    both: '',
  },
  {
    source: 'webapps',
    drawn: 46,
    service: 'be3d7d',
    support: 'ebabbc 9c6cab 4c71a4 f4b4a1 a11b3d 9e078f 7f8fc9',
    both: '',
  },
]
