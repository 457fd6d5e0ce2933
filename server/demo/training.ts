import type { CoachingNote, PracticeRun, Story } from '../../shared/domain/training.ts'
import { trainingListId } from '../../shared/domain/training.ts'
import type { Stage } from './subject-matter.ts'
import type { AgentKey } from './cast.ts'
import { DAY_MS, HOUR_MS } from './world.ts'

type Thanks = readonly [from: AgentKey, to: AgentKey, agoMs: number, words: string]
const THANKS: readonly Thanks[] = [
  [
    'jonas',
    'mira',
    5 * HOUR_MS,
    'You took the call about the second charge while I was still looking at the scanner. They never had to explain it twice.',
  ],
  [
    'sofia',
    'yuki',
    26 * HOUR_MS,
    'You noticed that two letters from us said the opposite. I would have sent the third.',
  ],
  [
    'lena',
    'reem',
    2 * DAY_MS,
    'You read four hundred lines of log on a Friday evening and found the one that mattered.',
  ],
  [
    'paul',
    'daniel',
    8 * DAY_MS,
    'You wrote back to the shop that had given up on us, without being asked. They stay.',
  ],
  ['mira', 'ivan', 9 * DAY_MS, 'Calm for six hours while twelve shops stood still. Thank you.'],
]

type Told = Pick<Story, 'title' | 'body' | 'reason' | 'kind' | 'topics'> & {
  readonly by: AgentKey
  readonly agoMs: number
}
const STORIES: readonly Told[] = [
  {
    title: 'The parcel that went to the old shop',
    body: 'A shop had moved in spring. The order said the new address, the label said the old one, and the carrier said "delivered". Instead of opening a claim we called the people who run the old place now: the parcel stood in their hallway. It was with the customer the same afternoon.',
    reason: 'We asked where it could be before we asked whose fault it was.',
    kind: 'service',
    topics: ['delivery', 'first call'],
    by: 'sofia',
    agoMs: 20 * DAY_MS,
  },
  {
    title: 'It only failed when it rained',
    body: 'A scanner lost its pairing every few days, and every test in our house passed. The customer wrote down the times, and one of us laid the weather beside them: it failed on wet days. The router stood by the door, where wet coats were hung over it.',
    reason:
      'The customer noticed the pattern, we believed the notes, and nobody swapped a device that was fine.',
    kind: 'support',
    topics: ['pairing', 'root cause'],
    by: 'jonas',
    agoMs: 34 * DAY_MS,
  },
  {
    title: 'Two charges, one sentence',
    body: 'A bookseller saw the same amount twice and wrote in capitals. One was a reservation that falls off by itself. The answer began with the day on which it would be gone, then said why. On that day we looked again and wrote "it is gone" before they had to ask.',
    reason: 'The first sentence held what they needed. The promise had a date and was kept.',
    kind: 'service',
    topics: ['billing', 'promises'],
    by: 'daniel',
    agoMs: 48 * DAY_MS,
  },
  {
    title: 'Down on the busiest Saturday',
    body: 'The till of a café stopped at eleven with a line to the street. Support took the log and the way around, service stayed with the owner: card payments by phone for two hours, and a word every twenty minutes, also when there was nothing new. The cause was found on Monday.',
    reason:
      'Two people, one customer. Nobody was left waiting for the other, and the owner always knew what came next.',
    kind: 'both',
    topics: ['outage', 'root cause'],
    by: 'lena',
    agoMs: 70 * DAY_MS,
  },
]

function addWords({ world, cast }: Stage): void {
  for (const [from, to, agoMs, words] of THANKS) {
    const atMs = world.nowMs - agoMs
    const row = { fromId: cast.agents[from].id, toId: cast.agents[to].id, words, atMs }
    world.add('kudos', { ...row, id: world.id(atMs) })
  }
  for (const { by, agoMs, ...story } of STORIES) {
    const keptAtMs = world.nowMs - agoMs
    const kept = { keptBy: cast.agents[by].id, keptAtMs, version: 1 }
    world.add('stories', { ...story, ...kept, id: world.id(keptAtMs) })
  }
  const atMs = world.nowMs - 60 * DAY_MS
  world.add('trainingLists', {
    id: trainingListId('first-steps'),
    key: 'first-steps',
    items: [
      { id: 'repair-shop', text: 'Spend an hour in the repair shop' },
      { id: 'listen', text: 'Listen to three calls with a colleague' },
    ],
    version: 1,
    updatedAtMs: atMs,
  })
}

type Said = { readonly from: AgentKey; readonly to: AgentKey; readonly agoMs: number }

/** A word between two, in the copy of each. */
function addWord({ world, cast }: Stage, { from, to, agoMs, ...said }: Said & Partial<CoachingNote>): void {
  const writtenAtMs = world.nowMs - agoMs
  const [writerId, receiverId] = [cast.agents[from].id, cast.agents[to].id]
  const [own, theirs] = [world.id(writtenAtMs), world.id(writtenAtMs)]
  const note = {
    writerId,
    receiverId,
    ticketId: null,
    messageId: null,
    words: '',
    pane: null,
    scores: null,
    answer: null,
    writtenAtMs,
    readAtMs: null,
    answeredAtMs: null,
    ...said,
  }
  world.add('coachingNotes', { ...note, id: own, agentId: writerId, twinId: theirs })
  world.add('coachingNotes', { ...note, id: theirs, agentId: receiverId, twinId: own })
}

/** One of Jonas' practised answers, shown to Mira. */
function addPractice({ world, cast }: Stage): void {
  const startedAtMs = world.nowMs - 3 * DAY_MS
  const { jonas, mira } = cast.agents
  const run: Omit<PracticeRun, 'id' | 'agentId' | 'originId' | 'sharedWith'> = {
    traineeId: jonas.id,
    ticketId: null,
    pane: 'support',
    title: 'Printer stops after the first receipt',
    question:
      'Hello,\nsince this morning the printer gives one receipt and then blinks. We have switched it off and on. What now?',
    given:
      'Please open the lid and look whether the paper sits left of the grey guide. If it does, hold the feed key for five seconds while you close it: that resets the sensor.',
    answer:
      'Does the light blink slowly or fast? Slowly means paper, fast means the cutter. Tell me which one, and I send you the one step that fits.',
    scores: { evidence: 3, cause: 2, next: 1 },
    thoughts: 'I ask well, but I leave them without a step to take while they wait.',
    startedAtMs,
    finishedAtMs: startedAtMs + HOUR_MS / 4,
  }
  const own = world.id(startedAtMs)
  world.add('practiceRuns', {
    ...run,
    id: own,
    agentId: jonas.id,
    originId: null,
    sharedWith: [mira.id],
  })
  world.add('practiceRuns', {
    ...run,
    id: world.id(startedAtMs),
    agentId: mira.id,
    originId: own,
    sharedWith: [],
  })
}

/** Yuki is new; Mira accompanies her. */
function addFirstSteps({ world, cast }: Stage): void {
  const beganAtMs = world.nowMs - 6 * DAY_MS
  const { yuki, mira } = cast.agents
  const [own, copy] = [world.id(beganAtMs), world.id(beganAtMs)]
  const later = (days: number): number => beganAtMs + days * DAY_MS
  const steps = {
    newAgentId: yuki.id,
    companionId: mira.id,
    done: {
      view: later(0),
      palette: later(0),
      status: later(1),
      note: later(1),
      reply: later(2),
      'own:listen': later(3),
    },
    isHidden: false,
    beganAtMs,
  }
  world.add('firstSteps', { ...steps, id: own, agentId: yuki.id, twinId: copy })
  world.add('firstSteps', { ...steps, id: copy, agentId: mira.id, twinId: own })
}

/** What the team says to each other, keeps, practises and begins with. */
export function addTraining(stage: Stage): void {
  addWords(stage)
  addPractice(stage)
  addFirstSteps(stage)
  addWord(stage, {
    from: 'mira',
    to: 'jonas',
    agoMs: 28 * HOUR_MS,
    words:
      'Your question about the blinking light saved them a visit. Next time say what you will do with the answer, so that they know why you ask.',
    pane: 'support',
    scores: { evidence: 3, cause: 2, next: 1 },
  })
  addWord(stage, {
    from: 'noa',
    to: 'mira',
    agoMs: 7 * HOUR_MS,
    words:
      'You let Sofia finish the hard call yesterday, and only said something afterwards. That is how people grow here.',
  })
}
