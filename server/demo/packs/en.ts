import { enSupport } from './en-support.ts'
import type { Pack } from './pack.ts'

export const en: Pack = {
  hello: ['Hi,', 'Hello,', 'Good morning,', 'Hi there,', 'Hello team,'],
  bye: ['Thanks,', 'Best wishes,', 'Kind regards,', 'Many thanks,', 'Cheers,'],
  answerHello: ['Hello {first},', 'Hi {first},', 'Good to hear from you, {first}.'],
  answerBye: [
    'Best wishes,\n{agent}',
    'Kind regards,\n{agent}',
    'I am here if anything else comes up.\n{agent}',
  ],
  nudges: [
    'Just checking whether you had a chance to look at this. We open again on Saturday and would like it settled before.',
    'Any news? I have not heard anything since I wrote.',
    'Sorry to chase. Is there anything else you need from me?',
    'Following up on my message below, please.',
  ],
  more: [
    'I have just tried that and it is the same as before. I can send a photo if that helps.',
    'Here is what you asked for. It started after the weekend and it happens every time.',
    'One more thing: my colleague in the other shop says she sees it too.',
    'That makes sense. I have done the first step, the second one is not on my screen.',
  ],
  thanks: [
    'That did it. Thank you, you have saved my morning.',
    'Perfect, all sorted now. Thanks for explaining it so clearly.',
    'Great, thank you. No further questions from me.',
    'Thanks for the quick help, much appreciated.',
    'Brilliant. That is exactly what I needed.',
  ],
  closings: [
    'Glad to hear it. I am closing this now; just answer this mail if it comes back.',
    'Wonderful. I will look in again in two weeks to make sure that it stays that way.',
    'You are welcome. I have noted the cause on your record, so nobody will ask you twice.',
  ],
  topics: {
    ...enSupport,
    'late-delivery': {
      subjects: [
        'Where is order {order}?',
        'Order {order} has not arrived',
        'Delivery of {order} is {days} days late',
      ],
      openings: [
        'I ordered the {item} {days} days ago (order {order}) and the tracking page has said "label created" ever since. We need it before the weekend.',
        'Order {order} was promised for Tuesday and it is still not here. The courier says they never received the parcel. Could you find out what happened?',
        'Could you tell me where order {order} is? The {item} was meant to be with us by now and the shop is running on a borrowed one.',
      ],
      replies: [
        'I am sorry about the wait. I have just spoken to the depot: order {order} was sorted to the wrong van and goes out again tomorrow before noon. I will check the scan myself at ten and write to you either way.',
        'Thank you for telling us. The parcel with the {item} has been standing in the depot for two days because a label tore. It has a new one now and arrives on the next working day. The delivery fee goes back to you.',
      ],
      fixes: [
        'The courier scanned {order} as delivered at 11:42, signed for at your counter. I have refunded the delivery fee of {amount} for the days you waited.',
      ],
    },
    'charged-twice': {
      subjects: ['Charged twice for {order}', 'Two payments for one order', 'Duplicate charge of {amount}'],
      openings: [
        'My card shows two payments of {amount} for order {order}, one minute apart. I only ordered once. Please refund one of them.',
        'Our bookkeeper found {amount} twice on the statement, both with the reference {order}. Can you check what went wrong and put it right?',
      ],
      replies: [
        'You are right, and I am sorry. The payment page timed out and sent the charge a second time. I have sent the duplicate {amount} back today; banks usually show it within three working days.',
        'I can see both charges on invoice {invoice}. One of them is an authorisation that was never captured and falls away by itself by Friday. If it is still there on Monday I will open a dispute with the bank for you.',
      ],
      fixes: [
        'The bank has confirmed the refund of {amount} under reference {rc}. Your statement should show one payment only.',
      ],
    },
    'refund-when': {
      subjects: ['When will my refund arrive?', 'Refund for return {rc}', 'Still waiting for {amount}'],
      openings: [
        'I sent the {item} back {days} days ago (return {rc}) and have not seen the refund yet. When can I expect it?',
        'The tracking says that my return {rc} arrived with you last week. Could you tell me when the {amount} will be on my account?',
      ],
      replies: [
        'Your return {rc} arrived and has been checked. I released the {amount} this morning; with your bank it takes two to four working days.',
        'The {item} is in our warehouse, but the check is still open. I have asked them to do it today and will write to you as soon as {rc} is released.',
      ],
      fixes: ['Good news: {rc} is through the check and {amount} left our account an hour ago.'],
    },
    'invoice-address': {
      subjects: [
        'Invoice {invoice} shows the old address',
        'Please correct our billing address',
        'VAT number missing on {invoice}',
      ],
      openings: [
        'Invoice {invoice} still shows our old address although I changed it in the account last month. Our accountant will not accept it like this.',
        'Could you issue {invoice} again with our VAT number? We need it for the quarter, which closes on Friday.',
      ],
      replies: [
        'I have corrected the address and issued {invoice} again; the old one is marked as replaced, so your accountant can keep both. Future invoices take the new address.',
        'Thanks for catching this. The address was changed for deliveries only. I have set it for billing too and attached the corrected invoice.',
      ],
      fixes: [
        'The corrected {invoice} is in your account under Documents, with the original date kept as your accountant asked.',
      ],
    },
    'which-plan': {
      subjects: [
        'Which plan fits {n} shops?',
        'Question about plans before we buy',
        'Is the Shop plan enough for us?',
      ],
      openings: [
        'We run {n} small shops and are about to replace our tills. Is the Shop plan enough or do we need the Chain plan? We would like to share stock between shops.',
        'Before I sign up: can two tills use one card terminal on the Starter plan, and can we change the plan in the middle of the year?',
      ],
      replies: [
        'With {n} shops and shared stock the Chain plan is the cheaper one from the sixth till on, and it is the only one with transfers between shops. I have put both sums side by side in the attached sheet. You can change at any month’s end.',
        'For what you describe the Shop plan does everything. I would start there; moving up later keeps all your data and takes effect the next month.',
      ],
      fixes: [
        'I have prepared the order for the plan we spoke about. Nothing is charged until you confirm it in the account.',
      ],
    },
    'cancel-order': {
      subjects: ['Please cancel order {order}', 'Ordered the wrong item'],
      openings: [
        'I ordered the wrong {item} by mistake, order {order}. Can you still stop it, or do I have to send it back?',
      ],
      replies: [
        'I caught {order} before it was packed and cancelled it. The {amount} goes back to your card today. Shall I set up the right one for you?',
      ],
      fixes: ['The right item is on its way as a new order; delivery is free because of the mix-up.'],
    },
    'loyalty-points': {
      subjects: ['Thank you, and a question about loyalty points', 'Points missing from my account'],
      openings: [
        'My last order {order} did not add any loyalty points. Is that because I paid by invoice? And do they run out at the end of the year?',
      ],
      replies: [
        'Points are added when an invoice is paid, so yours arrived yesterday: 120 for {order}. They are good for two years, and nothing of yours runs out this year.',
      ],
      fixes: ['I have added the 40 points that were missing from the order before that as well.'],
    },
    complaint: {
      subjects: ['Third time I explain this', 'Disappointed with the courier', 'This is not good enough'],
      openings: [
        'I have now explained this to three different people and nobody seems to write anything down. The {item} came late, the wrong cable was in the box, and I am still waiting for the right one. I expected better.',
        'The courier left order {order} in the rain outside a closed shop. The box fell apart. I have been a customer for years and this is the first time I think about leaving.',
      ],
      replies: [
        'You are right to be annoyed, and you will not have to explain it again: I have read everything and it stays with me. The right cable leaves today by express. I will call you tomorrow at ten to make sure that it is there.',
        'I am sorry; that should not have happened. I have reported the courier and a new {item} is on its way at our cost. Please keep the damaged one until somebody picks it up, you need not pack it.',
      ],
      fixes: [
        'As promised: the express parcel was signed for at 9:20. I have put a credit of {amount} on your account for the trouble.',
      ],
    },
    training: {
      subjects: ['Staff training for the new till', 'Onboarding: next steps'],
      openings: [
        'We open on the first of the month and {n} new colleagues need to learn the till. Is there a training we can book, and what should be set up before?',
      ],
      replies: [
        'Congratulations on the opening. I have added a training step to your onboarding plan and offered two dates. Before that, please import your items: there is a sample file in step three.',
      ],
      fixes: [
        'The training is booked for Thursday at ten. Everybody gets a practice till that sells nothing.',
      ],
    },
    renewal: {
      subjects: ['Renewal of our contract', 'Price after the first year'],
      openings: [
        'Our first year ends next month. What will the plan cost then, and is there anything we should change now that we have {n} tills?',
      ],
      replies: [
        'With {n} tills you are just past the point where the Chain plan is cheaper. I have prepared a renewal on that plan; it saves you {amount} a year and keeps everything as it is.',
      ],
      fixes: ['The renewal is signed on both sides. The new price counts from the first of next month.'],
    },
    compliment: {
      subjects: ['A word of thanks', 'Well done'],
      openings: [
        'No question this time. I only wanted to say that the exchange of our {item} was quick and friendly. Please tell the person who did it.',
      ],
      replies: ['Thank you, {first}. I have passed it on, and it has made somebody’s day here.'],
      fixes: [],
    },
  },
}
