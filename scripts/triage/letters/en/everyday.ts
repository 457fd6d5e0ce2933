import { letters } from '../letter.ts'

export const everyday = [
  letters('learning to drive', {
    service: `
      When can I take the theory test and do I bring my passport?
      My instructor shouted at me in front of the examiner, I want another one
      Is the motorway lesson included or does it cost extra
      I have to call off Friday's lesson, could it be the week after instead
      Please refund the six hours I won't need any more, I passed
      Do you also teach people who are afraid of driving?
      What does the automatic course come to, all in all`,
    support: `
      The practice tests jump back to question one after every answer
      Simulator seat three: steering wheel pulls left and the picture lags
      How do I get the learning app to read the questions aloud
      The lesson calendar stays empty on my phone, on my brother's it is full
      Signed up but the code for the theory room is refused every time
      The dual controls on the blue car don't brake any more`,
    both: `
      The theory app logs me out all the time, and I'd like to book two more hours in the dark
      Where is my certificate of attendance? By the way the booking page shows an error as soon as I \
        pick a day
      You took the exam fee twice. Besides, the videos on your learning site don't play`,
  }),
  letters('tailor and cleaner', {
    service: `
      how much is it to shorten a pair of curtains
      Are you open on the bank holiday and can I pick up then
      The blouse came back with a stain that wasn't there, who pays for it
      Could you collect four suits from our hotel on Mondays?
      I've lost the ticket for my coat, is my name enough?
      Please make the next bill out to my daughter`,
    support: `
      The steam station spits brown water and won't heat
      The labelling machine prints two codes on top of each other
      Our drop-off locker says full though it's empty
      How do I descale the press, the light keeps coming on`,
    both: `
      The iron you sold us goes cold after a minute, and the cover we ordered with it never came
      Please move my pick-up to Saturday; and the locker won't take the code from your text`,
  }),
  letters('tents and caravans', {
    service: `
      Do you take dogs and what is the charge for a tent and two adults
      We'd get in after ten at night, is anybody there?
      Can we keep the pitch two nights longer?
      Someone else was on the pitch we had booked and paid, we want half of it back
      Is there a shop nearby and do you sell bread in the morning
      Could we have the one by the lake as last year`,
    support: `
      There is no power on pitch 22, the box trips as soon as we plug in
      The shower takes the token and no water comes
      Cannot get on the wifi, it says connected but no page loads
      Our awning crank turns but nothing moves, how do you get it back on its track`,
    both: `
      The hook-up post is dead, and could we have a receipt for the deposit
      We'd like to stay until Monday. The barrier doesn't know our number plate any more either, we have \
        to ring each time`,
  }),
  letters('toy maker', {
    service: `
      The marble run came without the blue ramp, would you post it to us
      My nephew's present got here two days after his party, not good enough
      Do you have spare cards for the memory game, ours are chewed
      Which age is the builder's box for?
      I'd like to give it back unopened`,
    support: `
      The train stops on the points and makes a grinding sound, new batteries in
      Doll talks at night with nobody near her
      The remote car only turns right
      How do you change the voice from French to English on the bear
      Night lamp won't hold its charge, an hour and it's out`,
    both: `
      The crane's magnet no longer lifts anything. And two of the screws in the bag were missing, please \
        send them
      Could I swap the gift wrap voucher for money, and what do I do about the robot that falls over at \
        each step`,
  }),
  letters('radio club equipment', {
    service: `
      Thank you for the fast delivery. One thing is missing on the delivery note: our order number
      Please enter our new treasurer as the person for bills
      What would three more licences come to if we pay for two years?
      We'd like to end the maintenance agreement for the mast at the end of its term
      The technician you sent did good work, but he charged the drive twice
      When is the next inspection and will somebody need to be in?`,
    support: `
      After the upgrade the tuner no longer finds stations it found before, I followed your advice and \
        it's the same
      I know my way around these things, and still the transfer stops at two thirds with a message about \
        a checksum
      I paid for the extended version last year, it has always been fine; now the module isn't \
        recognised
      The colleague you spoke to is off, so I go on: the second suggestion made no difference, the meter \
        stays at zero
      My order went well and the parcel was quick; only I can't get it to switch on
      You were very friendly on the phone, but the relay still chatters when it is cold`,
    both: `
      Two open points: the converter is not seen by the computer, and the credit for the one we sent \
        back has not been posted
      First, please put our tax number on the bill. Second, since the change all our members end up on \
        an empty page when they sign in
      We are away until March, so please pause the contract; before that I'd like to know why the \
        recorder closes itself`,
  }),
]
